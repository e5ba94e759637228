// Where we are, as the address says it: "#/checklist/dot1?filter=late&activity=d1-01". Every place can be linked to.
export const SCREENS = [
  'overview',
  'timeline',
  'checklist',
  'figures',
  'reports',
  'history',
  'settings',
  'board',
  'register',
  'units',
  'congresses',
  'consolidation',
  'inbox',
  'ledger',
] as const;
export type ScreenName = (typeof SCREENS)[number];

export type Route = {
  screen: ScreenName;
  /** What the screen shows of several: the code of a phase, the section of the settings. */
  part: string | null;
  /** What it is narrowed to: "late", "week", the code of a form. */
  filter: string | null;
  /** Code of the activity whose drawer is open. */
  activity: string | null;
};

const isScreen = (name: string): name is ScreenName => (SCREENS as readonly string[]).includes(name);

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', part = ''] = path.split('/').map(decodeURIComponent);
  const params = new URLSearchParams(query);
  return {
    screen: isScreen(name) ? name : 'overview',
    part: part === '' ? null : part,
    filter: params.get('filter'),
    activity: params.get('activity'),
  };
}

export function formatRoute(route: Partial<Route> & { screen: ScreenName }): string {
  const params = new URLSearchParams();
  if (route.filter) params.set('filter', route.filter);
  if (route.activity) params.set('activity', route.activity);
  const query = params.toString();
  const part = route.part ? `/${encodeURIComponent(route.part)}` : '';
  return `#/${route.screen}${part}${query === '' ? '' : `?${query}`}`;
}
