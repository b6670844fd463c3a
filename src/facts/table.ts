/** Makes a table that is read by texts of templates: unlike other objects, it has no `constructor` or `toString`. */
export function table<T extends object>(rows: T): T {
  return Object.assign(Object.create(null) as T, rows);
}
