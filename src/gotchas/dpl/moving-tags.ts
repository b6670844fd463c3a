/** Tags that mean another image after each build. */
export const MOVING_TAGS: ReadonlySet<string> = new Set(['latest', 'main', 'master', 'stable', 'edge', 'nightly']);
