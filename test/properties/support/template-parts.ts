import type { TemplateJson } from './template-base';

/** The parts of the valid template that mutations break, whatever their logical ids. */
export class Parts {
  public readonly webTask: any;
  public readonly workerTask: any;
  public readonly web: any;
  public readonly worker: any;

  public constructor(public readonly template: TemplateJson) {
    this.webTask = this.only('AWS::ECS::TaskDefinition', ({ Family }) => Family === 'web');
    this.workerTask = this.only('AWS::ECS::TaskDefinition', ({ Family }) => Family === 'worker');
    this.web = this.only('AWS::ECS::Service', ({ LoadBalancers }) => LoadBalancers !== undefined);
    this.worker = this.only('AWS::ECS::Service', ({ LoadBalancers }) => LoadBalancers === undefined);
  }

  /** The main container of the web service. */
  public get app(): any {
    return this.webTask.ContainerDefinitions[0];
  }

  /** The container beside it, which waits for it. */
  public get proxy(): any {
    return this.webTask.ContainerDefinitions[1];
  }

  /** The properties of the only resource of a type, or the only one that is meant. */
  public only(type: string, isMeant: (properties: any) => boolean = () => true): any {
    const found = Object.values(this.template.Resources).filter(({ Type, Properties }) => Type === type && isMeant(Properties));
    if (found.length !== 1) throw new Error(`${found.length} of ${type}`);
    return found[0].Properties;
  }

  /** Takes away every resource of a type. */
  public remove(type: string): void {
    for (const [id, { Type }] of Object.entries(this.template.Resources)) if (Type === type) delete this.template.Resources[id];
  }

  /** One more of a resource, but for some properties. */
  public again(original: any, properties: object): void {
    const [id, resource] = Object.entries(this.template.Resources).find(([, { Properties }]) => Properties === original)!;
    this.template.Resources[`${id}Again`] = { ...structuredClone(resource), Properties: { ...structuredClone(original), ...properties } };
  }
}
