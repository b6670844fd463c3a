import type { RouteTable, Subnet } from './shapes';

/** The route table of a subnet: its own, else the main one of its VPC. */
export function routeTableOf({ SubnetId, VpcId }: Subnet, routeTables: readonly RouteTable[]): RouteTable | undefined {
  return routeTables.find(({ Associations }) => Associations?.some((one) => one.SubnetId === SubnetId))
    ?? routeTables.find((table) => table.VpcId === VpcId && table.Associations?.some(({ Main }) => Main));
}
