import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Wrapped } from './wrapped';
import { refuse } from '../gotchas/enforce';
import type { IScalableService } from '../workload/scalable-service';

const AT = 'EcsWorkload.fromImportedService';
const DOCS = 'https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resources-importing';

/** A service of another app, by its names. */
export class ImportedService extends Wrapped implements IScalableService {
  public readonly clusterName: string;
  public readonly serviceName: string;

  public constructor(service: ecs.IBaseService) {
    super(service);
    if ('taskDefinition' in service) refuseDefinedHere(service);
    if (!service.cluster) refuseWithoutCluster(service);
    this.clusterName = service.cluster.clusterName;
    this.serviceName = service.serviceName;
  }
}

function refuseDefinedHere({ node }: ecs.IBaseService): never {
  return refuse({
    headline: 'service is defined in this app, it must be an imported one',
    at: node.path,
    property: 'service',
    fix: 'use EcsWorkload.fromService(service), which every part takes',
    docs: DOCS,
  });
}

/** An import by ARN alone has no cluster. The types rule it out, except in JavaScript. */
function refuseWithoutCluster({ node }: ecs.IBaseService): never {
  return refuse({
    headline: 'service has no cluster, whose name is a part of what scales',
    at: node?.path ?? AT,
    property: 'service',
    fix: 'import it with FargateService.fromFargateServiceAttributes or BaseService.fromServiceArnWithCluster',
    docs: DOCS,
  });
}
