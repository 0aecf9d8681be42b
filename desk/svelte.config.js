// How the desk's components are compiled: every one in runes mode.
export default { compilerOptions: { runes: true } };
