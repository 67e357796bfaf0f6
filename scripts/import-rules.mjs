/** What the page may take from shared at run time: all else there brings zod along, which weighs 24 KB. */
const light =
  '#shared/{backoff,limits,errors,error-sentences,permissions,mentioning,blank,build-message,signals,calls}.ts';

/**
 * Who may import whom, one row a layer; the last row that fits a file counts. `may` lists what it imports from the trees,
 * `types` the trees it also imports types of, `not` what it never imports, `packages` the only packages it uses.
 * @type {{ files: string[], may: string[], types?: string[], not?: string[], packages?: string[] }[]}
 */
const layers = [
  { files: ['shared/**'], may: [], packages: ['zod'] },
  {
    files: ['server/*.ts', 'server/seed/**'],
    may: ['#shared/**', '#server/**'],
    not: ['#server/features/*/router.ts'],
  },
  { files: ['server/platform/**'], may: ['#shared/**', '#server/platform/**'] },
  {
    files: ['server/features/**'],
    may: ['#shared/**', '#server/platform/**', '#server/features/*/{queries,access,commands,tables}.ts'],
    not: ['./router.ts'],
  },
  // A small router may be written in the feature itself.
  {
    files: ['server/features/*/feature.ts'],
    may: ['#shared/**', '#server/platform/**', '#server/features/*/{queries,access,commands,tables}.ts'],
  },
  { files: ['client/**'], may: ['#client/**', light], types: ['#shared/**'] },
  { files: ['client/ui/**'], may: ['#client/ui/**'], packages: ['react', 'react/**', 'react-dom/**', 'lucide-react'] },
  { files: ['client/lib/**'], may: ['#client/lib/**', light], types: ['#shared/**'] },
  {
    files: ['client/lib/trpc.ts'],
    may: ['#client/lib/**', light],
    types: ['#shared/**', '#server/features.ts'],
    not: ['#server/*/**', '#server/{app,main,seed}.ts'],
  },
  { files: ['client/features/**'], may: ['#client/{lib,ui,features}/**', light], types: ['#shared/**'] },
];

const trees = ['shared', 'server', 'client', 'bench', 'scripts'];
const upwards = { group: ['..', '../**'], message: 'Across folders import by #shared/, #server/ or #client/.' };

/** @type {Record<string, object[]>} What one tree never imports, whatever the layer. */
const sides = {
  shared: [],
  server: [{ group: ['react', 'react-dom', 'react-dom/**'], message: 'The server knows nothing of the page.' }],
  client: [
    { group: ['node:*'], message: 'The page runs in a browser.' },
    { group: ['zod'], message: 'The server validates: import the type.', allowTypeImports: true },
  ],
};

/** @param {string[]} globs */
const except = (globs) => globs.map((glob) => `!${glob}`);

/**
 * One pattern for each tree, because an exception ("!…") of one pattern silences all the others.
 * @param {typeof layers[number]} layer
 */
function patternsOf({ files, may, types = [], not = [], packages }) {
  const where = files.join(', ');
  const allowed = [...may, ...types.map((glob) => `the types of ${glob}`)].join(', ');
  const message = `${where} may import ${[allowed, ...(packages ?? [])].filter(Boolean).join(', ')}, nothing else.`;
  if (packages) return [upwards, { group: ['**', '!./*', ...except([...packages, ...may])], message }];
  const ofTree = trees.flatMap((tree) => {
    const [own, typed] = [may, types].map((globs) => globs.filter((glob) => glob.startsWith(`#${tree}/`)));
    if (own?.includes(`#${tree}/**`)) return [];
    const group = typed?.some((glob) => glob !== `#${tree}/**`) ? typed : [`#${tree}/**`, ...except(own ?? [])];
    return [{ group, message, ...(typed && typed.length > 0 ? { allowTypeImports: true } : {}) }];
  });
  const never = not.length > 0 ? [{ group: not, message: `${where} must not import ${not.join(', ')}.` }] : [];
  return [upwards, ...(sides[where.split('/')[0] ?? ''] ?? []), ...ofTree, ...never];
}

/** The layers as overrides of the linter's configuration. */
export const importRules = layers.map((layer) => ({
  files: layer.files,
  rules: { 'no-restricted-imports': ['error', { patterns: patternsOf(layer) }] },
}));

/** For files of every layer: tests, browser tests, scripts. */
export const upwardsOnly = { 'no-restricted-imports': ['error', { patterns: [upwards] }] };
