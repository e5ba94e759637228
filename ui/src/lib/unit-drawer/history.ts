import { dmy, dmyTime } from '$lib/date';
import { nbDoc } from '$lib/text';
import { words } from '$lib/words/index.svelte';
import type { StepLabel, UnitEvent, UnitHistoryEntry } from '$lib/ipc/bindings';

/** A line as it is read: what was done, and what was said about it. */
export type Told = { what: string; more: string };

/** What a change meant for the unit; where the name of the change says it all, that name. */
export function tell({ entry, event }: UnitHistoryEntry): Told {
  return event === null ? named(entry.label) : meaning(event, dmyTime(entry.at).slice(0, 10));
}

/** The log counts what the whole change touched; here only one unit is spoken of. */
const named = (label: StepLabel): Told => ({ what: nbDoc(words().ops.name({ ...label, count: 1 })), more: '' });

function meaning(event: UnitEvent, logged: string): Told {
  const say = words().board.drawer;
  const register = words().register;
  if (event.what === 'reminder') {
    const { by, steps } = register.reminders;
    const what = say.reminded(event.phase.name, by[event.channel], steps[String(event.step)] ?? String(event.step));
    // In a rehearsal of another day the day of the reminder is not the one on which it was entered.
    const day = dmy(event.on);
    return { what: day === logged ? what : `${what}, ${say.remindedOn(day)}`, more: event.note };
  }
  if (event.what === 'report') {
    if (event.state === 'missing') return { what: say.reportRemoved(event.phase.name), more: '' };
    const came = event.on === null ? [] : [register.receivedOn(dmy(event.on))];
    const how = event.channel === null ? [] : [register.channels[event.channel]];
    const what = say.reportIs(event.phase.name, [register.states[event.state], ...came, ...how].join(', '));
    return { what, more: event.note };
  }
  if (event.what === 'exception') {
    const { given } = event;
    const became =
      given.given === 'later'
        ? say.laterDay(dmy(given.due_on))
        : given.given === 'let_off'
          ? say.letOff
          : say.exceptionRemoved;
    const what = `${nbDoc(say.excepted(event.activity, event.phase.name))}: ${became}`;
    return { what, more: say.reason(event.reason) };
  }
  if (event.held_on !== null) return { what: say.congressHeld(dmy(event.held_on)), more: '' };
  const planned = event.planned_on;
  return { what: planned === null ? say.congressOpen : say.congressPlanned(dmy(planned)), more: '' };
}
