// Runs while the page's script is on its way. A file of its own, because the content security policy allows no inline
// script.
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
  // Of whoever used this browser: the server answers without a page of a room that another cannot read.
  var lastRoom = function () {
    try {
      var key = Object.keys(localStorage).find(function (name) {
        return name.startsWith('parley.lastRoom.');
      });
      return (key && read(key)) || undefined;
    } catch {
      return undefined;
    }
  };
  // Before the first paint, so that neither theme nor language flashes.
  var theme = read('parley.theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
    document.querySelectorAll('meta[name=theme-color]').forEach(function (meta) {
      meta.setAttribute('media', meta.getAttribute('data-scheme') === theme ? 'all' : 'not all');
    });
  }
  var language = read('parley.language') || (navigator.languages || [])[0] || navigator.language || 'en';
  root.lang = /^zh\b/i.test(language) ? 'zh-CN' : 'en';

  // What the first screen shows. `app/bootstrap.ts` takes the answer.
  var address = /^\/r\/([^/]+)(?:\/([^/]+))?\/?$/.exec(location.pathname);
  var atHome = location.pathname === '/' && matchMedia('(width >= 48rem)').matches;
  var room = address
    ? { roomId: address[1], cursor: address[2] ? { at: 'around', messageId: address[2] } : { at: 'end' } }
    : atHome
      ? { roomId: lastRoom(), cursor: { at: 'end' } }
      : undefined;
  var input = { room: room };
  var answer = fetch('/trpc/bootstrap.load?batch=1&input=' + encodeURIComponent(JSON.stringify({ 0: input })));
  window.parleyBootstrap = { input: input, answer: answer };

  // The answer says which screen comes; the build writes its scripts to this tag.
  var screens = document.currentScript.dataset;
  var preload = async function () {
    var text = await (await answer).clone().text();
    // In a message the quotes would be escaped.
    var files = text.includes('"inside":null') ? screens.signedOut : screens.signedIn;
    for (var file of (files || '').split(' ').filter(Boolean)) {
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = file;
      document.head.append(link);
    }
  };
  // A failure is the page's to see: it tries again.
  preload().catch(function () {});
})();
