import { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Lazy, Reference, Token, Tokenization } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** Services whose number of tasks is not set. */
const OPEN = new WeakSet<ecs.BaseService>();
/** Scalable targets of the app at the start of synthesis. */
const TARGETS = new WeakMap<IConstruct, readonly CfnScalableTarget[]>();

/** Leaves the count of a service out of the template where anything scales the service, else sets it. */
export function leaveCountOpen(service: ecs.BaseService, otherwise: number): void {
  const { root } = service.node;
  if (!TARGETS.has(root)) {
    TARGETS.set(root, []);
    // Once in a synthesis, before anything is written: an app has many services, and nearly all scale by autoScaleTaskCount.
    root.node.addValidation({
      validate: () => {
        TARGETS.set(root, root.node.findAll().filter((node) => CfnScalableTarget.isCfnScalableTarget(node)));
        return [];
      },
    });
  }
  OPEN.add(service);
  // A cached value would be the one that is produced before the validation.
  resourceOf(service).desiredCount = Lazy.uncachedNumber({ produce: () => (isScaled(service) ? undefined : otherwise) });
}

/** Returns true if the number of tasks of a service is not set. */
export function isOpenCount(service: ecs.BaseService): boolean {
  return OPEN.has(service);
}

/** Returns true if anything scales the service, by `autoScaleTaskCount` or by a scalable target of its own. */
export function isScaled(service: ecs.BaseService): boolean {
  if (service.node.tryFindChild('TaskCount')) return true;
  return (TARGETS.get(service.node.root) ?? []).some((target) => scales(target, resourceOf(service)));
}

function resourceOf(service: ecs.BaseService): ecs.CfnService {
  return service.node.findChild('Service') as ecs.CfnService;
}

function scales({ resourceId, serviceNamespace }: CfnScalableTarget, service: ecs.CfnService): boolean {
  if (serviceNamespace !== 'ecs') return false;
  const tokens = Token.isUnresolved(resourceId) ? Tokenization.reverseString(resourceId).tokens : [];
  if (tokens.some((token) => Reference.isReference(token) && token.target === service)) return true;
  const { serviceName } = service;
  return serviceName !== undefined && !Token.isUnresolved(serviceName) && resourceId.endsWith(`/${serviceName}`);
}
