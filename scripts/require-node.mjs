// The npm package `node` puts Node 24 first for every npm script, also where the system has an older
// one. It is an optional dependency, so say clearly what to do where it could not be installed.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  console.error(
    `Sigillo runs on Node 24, and this is Node ${process.versions.node}.\n` +
      'Normally "npm ci" brings Node 24 along as an optional package; it could not be installed for\n' +
      'this platform. Install Node 24 or later, then run the command again.',
  );
  process.exit(1);
}
