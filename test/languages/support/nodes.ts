/** The versions of Node.js that the package is tested with, the lowest first: the one that runs the other suites. */
export const NODES = ['20.20.2', '22.23.5', '24.22.3'];
