// Runs before the first paint, so that neither theme nor language flashes. A file of its own, because the content
// security policy allows no inline script.
(function () {
  var root = document.documentElement;
  /** @param {string} key */
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read('parley.theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
    document.querySelectorAll('meta[name=theme-color]').forEach(function (meta) {
      meta.setAttribute('media', meta.getAttribute('data-scheme') === theme ? 'all' : 'not all');
    });
  }
  var language = read('parley.language') || (navigator.languages || [])[0] || navigator.language || 'en';
  root.lang = /^zh\b/i.test(language) ? 'zh-CN' : 'en';
})();
