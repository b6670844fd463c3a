import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import { fargateWeb, shared, Surroundings, worker } from './app';
import type { Changes } from './changes-of-services';
import type { Definition } from './diff';
import {
  CpuTargetScaling, Deployment, Ingress, MemoryTargetScaling, NetworkIngress, RequestCountTargetScaling, SharedLoadBalancer, TestTraffic,
  type HttpsOptions, type LoadBalancerOptions, type NetworkListenerOptions,
} from '../../src';

const plain = fargateWeb();
const http = (options: LoadBalancerOptions) => fargateWeb({ ingress: Ingress.publicHttp(options) });
const https = (options: Partial<HttpsOptions>) => fargateWeb(({ hostedZone }) => (
  { ingress: Ingress.publicHttps({ domainName: 'app.example.com', hostedZone, ...options }) }));
const onListener = (options: { priority?: number; pathPatterns?: string[]; hostNames?: string[] } = {}) => fargateWeb(({ listener }) => (
  { ingress: Ingress.existingListener({ listener, priority: 1, pathPatterns: ['/app/*'], ...options }) }));
const attached = (id = 'Shared', internal = false) => fargateWeb((_, stack) => (
  { ingress: Ingress.shared({ loadBalancer: shared(stack, id, internal), pathPatterns: ['/app/*'] }) }));
const network = (deployment?: Deployment, ...more: NetworkListenerOptions[]): Definition => (stack) => {
  new NetworkIngress(stack, 'Network', { service: worker(stack, 'Worker', { deployment }), listeners: [{ port: 1883, containerPort: 8080 }, ...more] });
};
const scaled = fargateWeb({}, (service, _, stack) => void new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 2, maxCapacity: 10 }));

/** Of how traffic reaches a service, and how many tasks there are for it. */
export const changesOfTraffic: Changes = {
  'http to https': [plain, https({})],
  'https to http': [https({}), plain],
  'domain': [https({}), https({ domainName: 'www.example.com' })],
  'certificate of others': [https({}), fargateWeb(({ certificate }) => ({ ingress: Ingress.publicHttps({ domainName: 'app.example.com', certificate }) }))],
  'TLS policy': [https({}), https({ sslPolicy: elbv2.SslPolicy.RECOMMENDED_TLS })],
  'public to internal': [plain, fargateWeb({ ingress: Ingress.internalHttp() })],
  'internal to public': [fargateWeb({ ingress: Ingress.internalHttp() }), plain],
  'public to internal, by its name': [https({}), fargateWeb(({ hostedZone }) => ({ ingress: Ingress.internalHttps({ domainName: 'app.example.com', hostedZone }) }))],
  'idle timeout': [plain, http({ idleTimeout: Duration.seconds(120) })],
  'deletion protection': [plain, http({ deletionProtection: true })],
  'callers of the load balancer': [plain, http({ allowFrom: [ec2.Peer.ipv4('10.0.0.0/8')] })],
  'subnets of the load balancer': [plain, http({ vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } })],
  'own load balancer to a listener of others': [plain, onListener()],
  'listener of others to an own load balancer': [onListener(), plain],
  'another listener of others': [onListener(), fargateWeb((_, stack) => ({
    ingress: Ingress.existingListener({
      listener: elbv2.ApplicationListener.fromApplicationListenerAttributes(stack, 'OtherListener', {
        listenerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/other/3/4', securityGroup: Surroundings.of(stack).securityGroup,
      }),
      priority: 1,
      pathPatterns: ['/app/*'],
    }),
  }))],
  'own load balancer to a shared one': [(stack) => {
    shared(stack);
    plain(stack);
  }, attached()],
  'shared load balancer to an own one': [attached(), (stack) => {
    shared(stack);
    plain(stack);
  }],
  'own load balancer to a shared one, by its name': [https({}), fargateWeb(({ vpc, hostedZone }, stack) => ({
    ingress: Ingress.shared({ loadBalancer: new SharedLoadBalancer(stack, 'Shared', { vpc, hostedZone }), hostNames: ['app.example.com'] }),
  }))],
  'listener of others to a shared load balancer': [onListener(), attached()],
  'listener of a shared load balancer to that load balancer': [fargateWeb((_, stack) => (
    { ingress: Ingress.existingListener({ listener: shared(stack).listener, priority: 1, pathPatterns: ['/app/*'] }) })), attached()],
  'another shared load balancer': [(stack) => {
    shared(stack, 'Other');
    attached()(stack);
  }, (stack) => {
    shared(stack);
    attached('Other')(stack);
  }],
  'shared load balancer: public to internal': [attached(), attached('Shared', true)],
  'priority': [onListener(), onListener({ priority: 2 })],
  'paths': [onListener(), onListener({ pathPatterns: ['/shop/*'] })],
  'host names': [onListener(), onListener({ hostNames: ['app.example.com'] })],
  'target protocol': [plain, http({ targetProtocol: elbv2.ApplicationProtocol.HTTPS })],
  'protocol version': [https({}), https({ protocolVersion: elbv2.ApplicationProtocolVersion.HTTP2 })],
  'stickiness': [plain, http({ stickinessCookieDuration: Duration.hours(1) })],
  'health check path': [plain, fargateWeb({ targetHealthCheck: { path: '/healthz' } })],
  'health check port and times': [plain, fargateWeb({ targetHealthCheck: { port: '8081', interval: Duration.seconds(5), timeout: Duration.seconds(2) } })],
  'deregistration delay': [plain, fargateWeb({ deregistrationDelay: Duration.seconds(5) })],
  'grace period': [plain, fargateWeb({ healthCheckGracePeriod: Duration.seconds(300) })],
  'scaling added': [plain, scaled],
  'scaling removed': [scaled, plain],
  'scaling range': [scaled, fargateWeb({}, (service, _, stack) => void new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 4, maxCapacity: 20 }))],
  'second scaling policy': [scaled, (stack) => {
    fargateWeb({}, (service) => {
      new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 2, maxCapacity: 10 });
      new MemoryTargetScaling(stack, 'Memory', { service });
    })(stack);
  }],
  'scaling on requests': [plain, fargateWeb({}, (service, _, stack) => {
    new RequestCountTargetScaling(stack, 'Requests', { service, requestsPerTarget: 100, maxCapacity: 10 });
  })],
  'network load balancer added': [(stack) => void worker(stack), network()],
  'network listener added': [network(), network(undefined, { port: 8883, containerPort: 9090 })],
  'network: rolling to blue/green': [network(), network(Deployment.blueGreen())],
  'network: blue/green to canary': [network(Deployment.blueGreen()), network(Deployment.canary())],
  'network: blue/green to rolling': [network(Deployment.blueGreen()), network()],
  'network: listener added to blue/green': [network(Deployment.blueGreen()), network(Deployment.blueGreen(), { port: 8883, containerPort: 9090 })],
  'network: test traffic added': [network(Deployment.blueGreen()), network(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(9000) }))],
  'target group of others': [plain, (stack) => {
    const targetGroup = elbv2.ApplicationTargetGroup.fromTargetGroupAttributes(stack, 'Group', {
      targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/1',
    });
    const loadBalancer = elbv2.ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, 'Balancer', {
      loadBalancerArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/app/1', securityGroupId: 'sg-1', vpc: Surroundings.of(stack).vpc,
    });
    fargateWeb({ ingress: Ingress.existingTargetGroup({ targetGroup, loadBalancer }) })(stack);
  }],
};
