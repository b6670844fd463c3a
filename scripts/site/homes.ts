import { TYPES, namesIn, propertiesOf, typeOf, type Type } from './assembly';

/** Types with a page of their own: classes, and interfaces that have behaviour. */
export const PAGES: readonly Type[] = TYPES.filter(({ kind, datatype }) => kind !== 'enum' && !datatype);

/** Types that a page shows below its own: values that its constructor and methods take or return, and the values in these. */
function mentionedBy(page: Type): readonly Type[] {
  const found = new Set<Type>();
  const visit = (type: Type): void => {
    const references = [
      ...(type.initializer?.parameters ?? []).map((parameter) => parameter.type),
      ...(type.methods ?? []).flatMap(({ parameters = [], returns }) => [...parameters, ...returns ? [returns] : []].map((each) => each.type)),
      ...propertiesOf(type).map((property) => property.type),
    ];
    for (const other of references.flatMap(namesIn).flatMap((fqn) => typeOf(fqn) ?? [])) {
      if (found.has(other) || PAGES.includes(other)) continue;
      found.add(other);
      visit(other);
    }
  };
  visit(page);
  return [...found];
}

const homes = new Map<Type, Type>();
for (const page of PAGES) {
  for (const type of mentionedBy(page)) if (!homes.has(type)) homes.set(type, page);
}

/** Types that are shown on a page. A type that several pages mention is on the first of them. */
export function shownOn(page: Type): readonly Type[] {
  return [...homes].filter(([, home]) => home === page).map(([type]) => type);
}

/** Page that describes a type, relative to the root of the site. */
export function linkTo(type: Type): string | undefined {
  if (PAGES.includes(type)) return `/api/${type.name}`;
  const home = homes.get(type);
  return home && `/api/${home.name}#${type.name.toLowerCase()}`;
}
