import type { LiveCase } from '../fixtures/live-case';
import { withStopReason } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a registry that requires a sign-in',
    caught: true,
    account: withStopReason('CannotPullContainerError: failed to resolve ref ghcr.io/acme/web:1: 401 Unauthorized'),
  },
  {
    name: 'a tag that does not exist',
    caught: false,
    account: withStopReason('CannotPullContainerError: failed to resolve ref ghcr.io/acme/web:1: not found'),
  },
];
