import { defineGotcha } from '../definition';

export const secFaultInjectionOn = defineGotcha({
  id: 'sec-fault-injection-on',
  title: 'Containers may ask for faults in their own network',
  consequence: 'risk',
  symptom: 'Latency and lost packets within one task, and no experiment that is running.',
  why: 'Every container of the task may call the fault injection endpoints of the agent, and drop or delay the traffic of the whole task.',
  rule: '`enableFaultInjection` is `false` or left out.',
  fix: 'remove enableFaultInjection where no experiment is run',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
  levels: ['synth', 'live'],
  designedOut: 'Our services leave it off.',
  causalRank: 'none',
  subject: 'task',
  needs: ['faultInjection'],
  check: ({ faultInjection }) => faultInjection
    ? [{ property: 'enableFaultInjection', detail: 'enableFaultInjection (true) lets containers break the network of their task' }]
    : [],
});
