/** Put in by the build, the same in client and server; there is none under tsx and in tests. */
declare const __PARLEY_VERSION__: string | undefined;
