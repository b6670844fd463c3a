export * from './exec-access';
export * from './exec-access-props';
export * from './exec-audit';
