interface Resource {
  readonly DependsOn?: string | readonly string[];
}

/** The logical ids of resources that wait for themselves, by references or `DependsOn`: CloudFormation refuses such a template. */
export function circlesIn(resources: { readonly [logicalId: string]: Resource }): readonly string[] {
  const waitsFor = new Map(Object.entries(resources).map(([id, resource]) => [id, [...references(resource), ...[resource.DependsOn ?? []].flat()]]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => (waitsFor.get(from) ?? []).some((next) => {
    if (next === to) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(next, to, seen);
  });
  return Object.keys(resources).filter((id) => reaches(id, id));
}

function references(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { Ref, 'Fn::GetAtt': attribute } = value as { 'Ref'?: string; 'Fn::GetAtt'?: readonly string[] };
  return [...(Ref ? [Ref] : []), ...(attribute ? [attribute[0]] : []), ...Object.values(value).flatMap(references)];
}
