import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, SharedLoadBalancer } from '../../src';
import { assignPriority } from '../../src/ingress/rules/rule-priority';
import { platform } from '../support/platform';
import { messageOf } from '../support/refusals';
import { IMAGE, testCluster, tokens } from '../support/stacks';

describe('rules that collide', () => {
  const complaint = (app: App) => messageOf(() => app.synth());

  test('are an error that names both services and a free priority', () => {
    const { app, service } = platform();
    service('Orders', { pathPatterns: ['/orders/*'], priority: 10 });
    service('Invoices', { pathPatterns: ['/invoices/*'], priority: 10 });
    const message = complaint(app);
    expect(message).toMatch(/priority \(10\) is taken by (Orders|Invoices)\/Web \[net-rule-priority-taken\]/);
    expect(message).toMatch(/at: {3}(Orders|Invoices)\/Web/);
    expect(message).toMatch(/fix: .* \d+ is free/);
  });

  test('are an error if the same two are assigned one priority', () => {
    const { app, service } = platform();
    const paths = twoServicesOfOnePriority();
    for (const name of paths) service(name, { pathPatterns: [`/${name}/*`] });
    const message = complaint(app);
    for (const name of paths) expect(message).toContain(`${name}/Web`);
    const free = Number(/(\d+) is free/.exec(message)![1]);
    const again = platform();
    again.service(paths[0], { pathPatterns: [`/${paths[0]}/*`] });
    again.service(paths[1], { pathPatterns: [`/${paths[1]}/*`], priority: free });
    expect(() => again.app.synth()).not.toThrow();
  });

  test('are an error if they take the same requests', () => {
    const { app, service } = platform();
    service('Orders', { hostNames: ['a.example.com'], pathPatterns: ['/a'] });
    service('Invoices', { pathPatterns: ['/a'], hostNames: ['A.example.com'] });
    expect(complaint(app)).toMatch(/matches the same requests as (Orders|Invoices)\/Web \[net-rule-shadowed\]/);
  });

  test('are an error if one gets no request', () => {
    const { app, service } = platform();
    service('Orders', { pathPatterns: ['/orders/*'] });
    service('Everything', { pathPatterns: ['/*'], priority: 1 });
    expect(complaint(app)).toMatch(/ingress \(pathPatterns \["\/orders\/\*"\]\) gets no request, Everything\/Web is evaluated first \(priority 1 before \d+\)/);
  });

  test('are found among rules of an existing listener and rules of plain CDK code', () => {
    const { app, cluster, loadBalancer, service } = platform();
    service('Orders', { pathPatterns: ['/orders/*'], priority: 10 });
    const byHand = new Stack(app, 'ByHand');
    new elbv2.ApplicationListenerRule(byHand, 'Rule', {
      listener: loadBalancer.listener, priority: 10, conditions: [elbv2.ListenerCondition.pathPatterns(['/hand'])], action: elbv2.ListenerAction.fixedResponse(200),
    });
    new FargateWebService(byHand, 'Web', {
      cluster, image: IMAGE, containerPort: 80, ingress: Ingress.existingListener({ listener: loadBalancer.listener, priority: 10, pathPatterns: ['/x'] }),
    });
    const message = complaint(app);
    expect(message).toMatch(/is taken by (ByHand\/Rule\/Resource|Orders\/Web|ByHand\/Web)/);
    expect(message.match(/net-rule-priority-taken/g)).toHaveLength(2);
  });

  test('are found on an imported listener, by its ARN', () => {
    const app = new App();
    for (const name of ['Orders', 'Invoices']) {
      const stack = new Stack(app, name);
      const listener = elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'Listener', {
        listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2',
        securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1'),
      });
      const ingress = Ingress.existingListener({ listener, priority: 10, pathPatterns: [`/${name}`] });
      new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress });
    }
    expect(complaint(app).match(/priority \(10\) is taken by/g)).toHaveLength(1);
  });

  test('are not confused with rules of another listener, or those that only the deployment knows', () => {
    const { app, cluster, stack, service } = platform();
    service('Orders', { pathPatterns: ['/a'], priority: 10 });
    const { number } = tokens(stack);
    service('Tokens', { pathPatterns: ['/a'], priority: number });
    const other = new SharedLoadBalancer(stack, 'Other', { vpc: cluster.vpc, protocol: elbv2.ApplicationProtocol.HTTP });
    new FargateWebService(stack, 'Web', { cluster, image: IMAGE, containerPort: 80, ingress: Ingress.shared({ loadBalancer: other, pathPatterns: ['/a'], priority: 10 }) });
    expect(() => app.synth()).not.toThrow();
  });

  /** Names that collide, found by trying: with a few hundred names there are always some. */
  function twoServicesOfOnePriority(): readonly [string, string] {
    const taken = new Map<number, string>();
    for (let number = 0; ; number++) {
      const name = `S${number}`;
      const priority = assignPriority(`${name}/Web/Ingress`, { pathPatterns: [`/${name}/*`] });
      const other = taken.get(priority);
      if (other) return [other, name];
      taken.set(priority, name);
    }
  }
});
