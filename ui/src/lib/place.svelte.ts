import { formatRoute, parseRoute, type Route, type ScreenName } from './route';

/** Where the window is now. Changes with the address, so Alt+Left goes back. */
class Place {
  route = $state.raw<Route>(parseRoute(location.hash));

  /** Follows the address; call once. */
  follow(): () => void {
    const update = (): void => {
      this.route = parseRoute(location.hash);
    };
    window.addEventListener('hashchange', update);
    return () => window.removeEventListener('hashchange', update);
  }

  go(to: Partial<Route> & { screen: ScreenName }): void {
    location.hash = formatRoute(to);
    this.route = parseRoute(location.hash);
  }

  /** Opens the drawer of an activity over the screen that is shown; `null` closes it. */
  openActivity(code: string | null): void {
    this.go({ ...this.route, activity: code });
  }
}

export const place = new Place();

/** The address of the drawer of an activity over the present screen, for a link. */
export const activityHref = (code: string): string => formatRoute({ ...place.route, activity: code });
