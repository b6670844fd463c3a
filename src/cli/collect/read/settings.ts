import type { Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allPages } from '../pages';
import type { Setting } from '../shapes';

/** The account settings that apply to the caller. */
export function readSettings({ aws }: Context): Promise<Fact<readonly Setting[]>> {
  return fact(() => allPages(aws, CALLS.listAccountSettings, { effectiveSettings: true }, (page) => page.settings));
}
