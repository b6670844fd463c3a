/** A domain name in the form that names are compared in: lower case, no last dot, a plain `*`. */
export function plainDomain(name: string): string {
  return name.replace(/\.$/, '').replace(/^\\052/, '*').toLowerCase();
}

/** Returns true if a zone holds a name; both are plain. */
export function isInZone(name: string, zone: string): boolean {
  return `.${name}`.endsWith(`.${zone}`);
}

/**
 * Returns true if clients may accept a certificate for a host. The `*` of a certificate stands for one label, the `*.` of a host for any number of them.
 */
export function mayCover(certificate: string, host: string): boolean {
  if (certificate === host) return true;
  if (host.startsWith('*.')) return certificate.endsWith(host.slice(1));
  return certificate.startsWith('*.') && host.slice(host.indexOf('.')) === certificate.slice(1);
}
