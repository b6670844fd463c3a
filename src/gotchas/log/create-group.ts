import { known, type Fact } from '../../facts/fact';

/** True if the option `awslogs-create-group` is on, in any of the spellings that the driver accepts. */
export function createsGroup(option: Fact<string | undefined> = 'false'): boolean {
  return TRUE.includes(known(option) ?? 'false');
}

// The driver parses the option as Go parses a boolean.
const TRUE: readonly string[] = ['1', 't', 'T', 'true', 'TRUE', 'True'];
