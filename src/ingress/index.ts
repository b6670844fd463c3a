export * from './existing-options';
export * from './ingress';
export * from './load-balancer-options';
