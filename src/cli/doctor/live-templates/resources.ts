import { Unknown, type Fact } from '../../../facts/fact';
import { notRead } from '../../collect/not-read';

interface TemplateResource {
  readonly Type: string;
  readonly Properties: object;
}

/** The resources of one cluster, under their ARNs and ids: what several services share is there once. */
export class Resources {
  private readonly byId = new Map<string, TemplateResource>();

  /** Without an id, a resource is nothing that another could refer to, nor a report name. */
  public add(id: string | undefined, type: string, properties: object): void {
    if (id !== undefined && !this.byId.has(id)) this.byId.set(id, { Type: type, Properties: properties });
  }

  /** Reference to a resource, which may be added before or after. */
  public to(id: string | undefined): unknown {
    return id === undefined ? undefined : { Ref: id };
  }

  /** All of them. Where the resource that a property refers to was not read, the ARN or id alone is left. */
  public all(): Readonly<Record<string, TemplateResource>> {
    return Object.fromEntries([...this.byId].map(([id, { Type, Properties }]) => [id, { Type, Properties: this.resolved(Properties) as object }]));
  }

  private resolved(json: unknown): unknown {
    if (Array.isArray(json)) return json.map((item) => this.resolved(item));
    if (typeof json !== 'object' || json === null) return json;
    const { Ref: id } = json as { readonly Ref?: unknown };
    if (typeof id === 'string' && !id.startsWith('AWS::') && !this.byId.has(id)) return id;
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, this.resolved(value)]));
  }
}

/** Value of a property, or the reason why it was not read. */
export function orNotRead<T>(fact: Fact<T>, shape: (value: T) => unknown = (value) => value): unknown {
  return fact instanceof Unknown ? notRead(fact.reason) : shape(fact as T);
}
