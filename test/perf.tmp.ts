import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, Stack } from 'aws-cdk-lib/core';
import { EcsGuardrails } from '/work/main/src/rules/ecs-guardrails';
const N = Number(process.argv[2]); const per = 20;
const app = new App({ outdir: `/tmp/perf-out-${process.pid}` });
let validate = 0, calls = 0;
if (process.argv[3] !== 'off') {
  const orig = EcsGuardrails.prototype.validate;
  EcsGuardrails.prototype.validate = function (c) { const t = performance.now(); const r = orig.call(this, c); validate += performance.now() - t; calls++; console.log('violations', r.violations.length); return r; };
  EcsGuardrails.applyTo(app);
}
process.env.CDK_VALIDATION = process.argv[4] ?? 'false';
const t0 = performance.now();
for (let s = 0; s < N / per; s++) {
  const stack = new Stack(app, `S${s}`, { env: { account: '111122223333', region: 'eu-west-1' } });
  const vpc = new Vpc(stack, 'Vpc'); const cluster = new Cluster(stack, 'C', { vpc });
  for (let i = 0; i < per; i++) {
    const td = new FargateTaskDefinition(stack, `T${i}`, { cpu: 256, memoryLimitMiB: 512 });
    td.addContainer('app', { image: ContainerImage.fromRegistry('x:1'), portMappings: [{ containerPort: 80 }], logging: LogDrivers.awsLogs({ streamPrefix: 'a' }) });
    const svc = new FargateService(stack, `Svc${i}`, { cluster, taskDefinition: td, minHealthyPercent: 100, circuitBreaker: { rollback: true } });
    const lb = new ApplicationLoadBalancer(stack, `Lb${i}`, { vpc });
    lb.addListener('L', { port: 80 }).addTargets('T', { port: 80, targets: [svc] });
    svc.autoScaleTaskCount({ maxCapacity: 4 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 50 });
  }
}
const t1 = performance.now();
const err = console.error; console.error = () => {};
try { app.synth(); } catch (e) { console.log('threw', String(e).length); }
console.error = err;
console.log({ construct: t1 - t0, synth: performance.now() - t1, validate, calls });
