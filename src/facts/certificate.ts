import { NOT_SAID, Unknown, type Fact } from './fact';

/** The hosted zone in which a record proves that a domain is yours. */
export interface DomainValidationFacts {
  /** Without the `*.` of a wildcard, in lower case. */
  readonly domain: Fact<string>;
  /** `undefined`: no zone is named, and the record is written by hand. */
  readonly zoneName: Fact<string | undefined>;
  /** Only VPCs find the records of a private zone. */
  readonly isPrivate: Fact<boolean>;
}

/** A certificate of AWS Certificate Manager. */
export interface CertificateFacts {
  readonly validations: Fact<readonly DomainValidationFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function certificateFacts(given: Partial<CertificateFacts> = {}, otherwise = NOT_SAID): CertificateFacts {
  return { validations: new Unknown(otherwise), ...given };
}
