import { formatRoute, parseRoute, type Route, type ScreenName } from './route';

/** Where the window is now. Changes with the address, so Alt+Left goes back. */
class Place {
  route = $state.raw<Route>(parseRoute(location.hash));
  #prepare: ((to: Route) => Promise<void>) | null = null;

  /** Follows the address; call once. The screen that is shown stays until another one is prepared. */
  follow(prepare: (to: Route) => Promise<void>): () => void {
    const update = (): void => void this.#arrive();
    this.#prepare = prepare;
    window.addEventListener('hashchange', update);
    return () => {
      window.removeEventListener('hashchange', update);
      this.#prepare = null;
    };
  }

  go(to: Partial<Route> & { screen: ScreenName }): void {
    location.hash = formatRoute(to);
    void this.#arrive();
  }

  async #arrive(): Promise<void> {
    const address = location.hash;
    const route = parseRoute(address);
    const isNear =
      route.screen === this.route.screen && (route.activity ?? this.route.activity) === this.route.activity;
    if (this.#prepare !== null && !isNear) await this.#prepare(route);
    // One may have gone on meanwhile.
    if (location.hash === address) this.route = route;
  }

  /** Opens the drawer of an activity over the screen that is shown; `null` closes it. */
  openActivity(code: string | null): void {
    this.go({ ...this.route, activity: code });
  }
}

export const place = new Place();

/** The address of the drawer of an activity over the present screen, for a link. */
export const activityHref = (code: string): string => formatRoute({ ...place.route, activity: code });
