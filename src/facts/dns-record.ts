import { NOT_SAID, Unknown, type Fact } from './fact';

/** Load balancers of the app that an alias is made of. */
export interface AliasFacts {
  readonly name: string;
  readonly zone: string;
}

/** A record of a hosted zone of Route 53. */
export interface DnsRecordFacts {
  /** Its whole name, in lower case and without the last dot. */
  readonly name: Fact<string>;
  readonly type: Fact<string>;
  /** Name of the hosted zone, in the same form. */
  readonly zoneName: Fact<string>;
  /** Resources that an alias takes its name and its hosted zone from, by their names for messages; `undefined`: it is no such alias. */
  readonly alias: Fact<AliasFacts | undefined>;
  /** Earlier records of the app that Route 53 accepts only one of, by where they are. */
  readonly conflicts: Fact<readonly string[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function dnsRecordFacts(given: Partial<DnsRecordFacts> = {}, otherwise = NOT_SAID): DnsRecordFacts {
  const unknown = new Unknown(otherwise);
  return { name: unknown, type: unknown, zoneName: unknown, alias: unknown, conflicts: unknown, ...given };
}
