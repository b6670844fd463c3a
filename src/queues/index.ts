export * from './queue-consumer';
export * from './queue-consumer-props';
export * from './subscription';
export * from './subscription-options';
export * from './topic-publisher';
