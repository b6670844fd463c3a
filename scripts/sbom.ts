import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code is part of the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly folder: string;
}

/** Packages that the inputs of a bundle are from, in the order of their folders. */
export function packagesIn(inputs: ReadonlySet<string>, root: string): readonly BundledPackage[] {
  const folders = new Set([...inputs].flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders].sort().map((path) => ({ ...manifestOf(join(root, path)), folder: join(root, path) }));
}

/**
 * The bill of materials of the bundle in CycloneDX: no list of dependencies shows what is inside of a file.
 *
 * It has neither a date nor a serial number, so that the same bundle has the same bytes.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(packages: readonly BundledPackage[], root: string): object {
  const { name, version, license } = manifestOf(root);
  const components = new Map(packages.map((each) => [purlOf(each), each]));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component({ name, version, license, folder: root }, 'application') },
    components: [...components.values()].map((each) => component(each, 'library')),
    dependencies: [
      { ref: purlOf({ name, version }), dependsOn: [...components.keys()] },
      ...[...components.keys()].map((ref) => ({ ref })),
    ],
  };
}

function component(each: BundledPackage, type: 'application' | 'library'): object {
  const [scope, name] = each.name.startsWith('@') ? each.name.split('/') : [undefined, each.name];
  // Several licenses are an expression of SPDX: `MIT OR Apache-2.0`.
  const licenses = / (OR|AND) /.test(each.license) ? [{ expression: each.license }] : [{ license: { id: each.license } }];
  return { type, 'bom-ref': purlOf(each), ...scope === undefined ? {} : { group: scope }, name, 'version': each.version, 'purl': purlOf(each), licenses };
}

/** The address of a package as scanners for known vulnerabilities know it. */
function purlOf({ name, version }: Pick<BundledPackage, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function manifestOf(folder: string): Omit<BundledPackage, 'folder'> {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as BundledPackage;
  return { name, version, license };
}
