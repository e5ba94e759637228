import { formatNumber } from '../../text';
import type { timeline as vi } from '../vi/timeline';

export const timeline: typeof vi = {
  chart: 'Timeline of the campaign',
  tools: 'Tools of the timeline',
  zoom: 'Zoom',
  zooms: { year: 'Year', quarter: 'Quarter', month: 'Month', week: 'Week' },
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  today: 'Today',
  goToday: 'Go to today',
  fit: 'Fit',
  view: 'View',
  asChart: 'Chart',
  asList: 'List',
  legend: {
    done: 'Done',
    doing: 'In progress',
    not_started: 'Not started',
    late: 'Late',
    open: 'Dates unknown',
  },
  lanes: 'Forms of communication',
  lane: (place, name, done, all, late) =>
    `${place} ${name}: ${formatNumber(done)} of ${formatNumber(all)} activities done` +
    (late > 0 ? `, ${formatNumber(late)} late` : ''),
  stage: (name, dates) => `Stage ${name}: ${dates}`,
  datesOpen: (dates) => `${dates} (dates unknown, possible within this span)`,
  possible: (dates) => `possible within ${dates}`,
  own: 'our own activity',
  kinds: {
    congress: 'Congress',
    deadline: 'Deadline',
    anniversary: 'Holiday, anniversary',
    boundary: 'Boundary of a phase',
    issue: 'Plan issued',
  },
  milestones: 'Milestones',
  activities: 'Activities',
  columns: {
    title: 'Activity',
    phase: 'Phase',
    form: 'Form',
    starts: 'Starts',
    due: 'Due',
    state: 'State',
    milestone: 'Milestone',
    kind: 'Kind',
    date: 'Day',
    certainty: 'Certainty',
  },
};
