import { decide } from './condition';
import { withLoopsExpanded } from './loops';
import type { Memoizing } from './memoize';
import { NESTED_STACK_TYPES, Template, type Resource, type TemplateSource } from './template';
import { Unknown, type Fact } from '../facts/fact';

/** All templates of one app, joined. */
export class App implements Memoizing {
  public remembered?: Map<object, unknown> = undefined;
  private readonly templates = new Map<string, Template>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly exports = new Map<string, OutputPlace[]>();

  public constructor(sources: readonly TemplateSource[]) {
    this.read(sources);
    // Collections of loops are resolved in the templates as they are written. Memoized results of those templates are dropped afterwards.
    const expanded = withLoopsExpanded(this.templates.values());
    if (expanded) this.read(expanded);
    for (const template of this.templates.values()) this.indexExports(template);
    for (const { resources } of this.templates.values()) {
      for (const resource of resources.values()) {
        if (isLeftOut(resource)) resources.delete(resource.logicalId);
        else pushTo(this.byType, resource.type, resource);
      }
    }
  }

  public allTemplates(): Iterable<Template> {
    return this.templates.values();
  }

  /** The templates as they were read, after the expansion of their loops. */
  public get sources(): readonly TemplateSource[] {
    return [...this.templates.values()].map(({ source }) => source);
  }

  public ofType(...types: readonly string[]): readonly Resource[] {
    if (types.length === 1) return this.byType.get(types[0]) ?? [];
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The nested stack that a resource stands for. */
  public nestedIn(resource: Resource): Template | undefined {
    if (!NESTED_STACK_TYPES.has(resource.type)) return undefined;
    for (const template of this.templates.values()) {
      const nest = template.source.nestedIn;
      if (nest?.logicalId === resource.logicalId && nest.template === resource.template.source.id) return template;
    }
    return undefined;
  }

  /** The resource that creates the stack of a nested template. */
  public nestOf(template: Template): Resource | undefined {
    const nest = template.source.nestedIn;
    return nest && this.templates.get(nest.template)?.resources.get(nest.logicalId);
  }

  /** Two stacks of different regions may export one name: then the stack of the same assembly counts. */
  public exported(name: string, reader: Template): Fact<OutputPlace> {
    return onlyOne(this.exports.get(name) ?? [], reader, `${name} is exported by no stack of this app`);
  }

  /** An output of another stack, as `Fn::GetStackOutput` names it. */
  public output(stackName: string, output: string, region: string | undefined, reader: Template): Fact<OutputPlace> {
    const places = [...this.templates.values()]
      .filter(({ source }) => source.stackName === stackName && (region === undefined || source.region === region))
      .map((template) => ({ template, output }));
    return onlyOne(places, reader, `stack ${stackName} is not in this app`);
  }

  private read(sources: readonly TemplateSource[]): void {
    this.remembered = undefined;
    for (const source of sources) this.templates.set(source.id, new Template(this, source));
  }

  private indexExports(template: Template): void {
    for (const [output, { exportName }] of template.outputs) {
      if (exportName !== undefined) pushTo(this.exports, exportName, { template, output });
    }
  }
}

/** An output of one template. */
export interface OutputPlace {
  readonly template: Template;
  readonly output: string;
}

// What a condition certainly takes away is never made; all templates and exports are read before, as parameters of a nested stack may decide it.
function isLeftOut({ condition, template }: Resource): boolean {
  return condition !== undefined && decide(template, { Condition: condition }, 0) === false;
}

function onlyOne(places: readonly OutputPlace[], reader: Template, otherwise: string): Fact<OutputPlace> {
  if (places.length === 1) return places[0];
  const near = places.filter(({ template }) => template.source.assembly === reader.source.assembly);
  return near.length === 1 ? near[0] : new Unknown(places.length === 0 ? otherwise : 'more than one stack has this name');
}

/** Puts one more item under a key. */
export function pushTo<K, T>(index: Map<K, T[]>, key: K, item: T): void {
  const items = index.get(key);
  if (items) items.push(item);
  else index.set(key, [item]);
}
