import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options, port } from './support/scalars';
import { IMAGE } from './support/small';
import type { Subject } from './support/subject';
import { Deployment, FargateWebService, Ingress, TestTraffic } from '../../src';

interface CodeDeployCase {
  readonly terminationMinutes?: number;
  readonly approvalMinutes?: number;
  readonly testPort?: number;
  readonly rollback?: boolean;
}

const minutes = (value: number | undefined) => (value === undefined ? undefined : Duration.minutes(value));

const deployed: Subject<CodeDeployCase> = {
  build: (scope, id, { terminationMinutes, approvalMinutes, testPort, rollback }, world) => {
    const deployment = Deployment.codeDeploy({
      terminationWaitTime: minutes(terminationMinutes),
      deploymentApprovalWaitTime: minutes(approvalMinutes),
      testTraffic: testPort === undefined ? undefined : TestTraffic.onPort(testPort),
      rollback,
    });
    new FargateWebService(scope, id, {
      ...world.shared, cluster: world.cluster, image: IMAGE, containerPort: 80, ingress: Ingress.internalHttp(), deployment,
    });
  },
  holds: (resources, { testPort }) => {
    const { DeploymentController, TaskDefinition } = only(ofType(resources, 'AWS::ECS::Service')).Properties;
    expect([DeploymentController.Type, typeof TaskDefinition]).toEqual(['CODE_DEPLOY', 'string']);
    const { TargetGroups, ProdTrafficRoute, TestTrafficRoute } = only<any>(
      only(ofType(resources, 'AWS::CodeDeploy::DeploymentGroup')).Properties.LoadBalancerInfo.TargetGroupPairInfoList,
    );
    expect(TargetGroups).toHaveLength(2);
    expect(TestTrafficRoute !== undefined).toBe(testPort !== undefined);
    expect(TestTrafficRoute).not.toEqual(ProdTrafficRoute);
  },
};

const wait = fc.integer({ min: 0, max: 2880 });
const cases = options<CodeDeployCase>({
  terminationMinutes: wait, approvalMinutes: wait, testPort: port.filter((one) => one !== 80), rollback: fc.boolean(),
}) as fc.Arbitrary<CodeDeployCase>;

const BROKEN: readonly Breakage<CodeDeployCase>[] = [
  (valid) => fc.constantFrom(2881, 1.5).map((terminationMinutes) => ({ rule: 'wait', one: { ...valid, terminationMinutes }, says: ['terminationWaitTime', `${terminationMinutes}`] })),
  (valid) => fc.constantFrom(2881, 0.5).map((approvalMinutes) => ({ rule: 'approval', one: { ...valid, approvalMinutes }, says: ['deploymentApprovalWaitTime', `${approvalMinutes}`] })),
  (valid) => fc.constantFrom(0, 80, 65536).map((testPort) => ({ rule: 'port', one: { ...valid, testPort }, says: ['testTraffic', `${testPort}`] })),
];

propertiesOf('Deployment by CodeDeploy', deployed, cases, BROKEN);
