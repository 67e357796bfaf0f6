import { ensureDependencies } from './dependencies.mjs';

// Before a command of package.json that runs a tool of development: `npm start` does not install those.
ensureDependencies('develop');
