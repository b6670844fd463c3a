import { catalogue } from '../../gotchas/catalogue.generated';
import { LIVE_GOTCHAS } from '../doctor/checks';
import { withSeverity, type GotchaWords } from '../doctor/live-check';

/** The catalogue, and with it what only a running service shows, in the order of their ids. */
export function allGotchas(): readonly GotchaWords[] {
  return [...catalogue.map(withSeverity), ...LIVE_GOTCHAS].sort((one, other) => one.id < other.id ? -1 : 1);
}
