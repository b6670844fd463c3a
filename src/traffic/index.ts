export * from './network-ingress';
export * from './network-listener-options';
