/**
 * The path that the site is served under, with a slash at both ends: `/` or `/patchwork/`.
 * Accepts what people write in `BASE_PATH`: nothing, `patchwork`, `/patchwork`, `/patchwork/`.
 */
export function normaliseBase(value: string | undefined): string {
  const name = (value ?? '').replace(/^\/+|\/+$/g, '');
  return name === '' ? '/' : `/${name}/`;
}

/** Puts the base path before a route that starts with a slash. */
export const withBase = (base: string, route: string): string =>
  normaliseBase(base) + route.replace(/^\//, '');
