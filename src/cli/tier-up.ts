import { setFlagsFromString } from 'node:v8';

/** Flags that set how often a function runs before V8 optimizes it, by the major version of V8: those of Node.js 20, 22 and 24. */
const TIER_UP: ReadonlyMap<string, string> = new Map([
  ['11', '--interrupt-budget=1000000'],
  ['12', '--invocation-count-for-turbofan=30000'],
  ['13', '--invocation-count-for-turbofan=30000'],
]);

/**
 * Has V8 optimize a tenth of what it would.
 *
 * A run is hundreds of checks of which each takes milliseconds over all templates. By its own measure V8 compiles nearly all of them
 * again, and that takes more time than they do: `node bench/check.js` shows the difference.
 */
export function raiseTierUp(version = process.versions.v8): void {
  const flag = TIER_UP.get(version.split('.')[0]);
  if (flag !== undefined) setFlagsFromString(flag);
}
