// The catalogue of the window, in Vietnamese: the source. One file per screen; `en.ts` must match it, or it does not compile.
import { board } from './vi/board';
import { register } from './vi/register';
import { units } from './vi/units';
import { unitImport } from './vi/unit-import';
import { congresses } from './vi/congresses';
import { consolidation } from './vi/consolidation';
import { inbox } from './vi/inbox';
import { activity } from './vi/activity';
import { campaign } from './vi/campaign';
import { check } from './vi/check';
import { checklist } from './vi/checklist';
import { common } from './vi/common';
import { dataFolder } from './vi/data-folder';
import { errors } from './vi/errors';
import { exchange } from './vi/exchange';
import { figures } from './vi/figures';
import { firstStart } from './vi/first-start';
import { forms } from './vi/forms';
import { frame } from './vi/frame';
import { history } from './vi/history';
import { ops } from './vi/ops';
import { overview } from './vi/overview';
import { planFile } from './vi/plan-file';
import { reports } from './vi/reports';
import { settings } from './vi/settings';
import { templates } from './vi/templates';
import { timeline } from './vi/timeline';

export const vi = {
  activity,
  congresses,
  consolidation,
  inbox,
  units,
  unitImport,
  register,
  board,
  campaign,
  check,
  checklist,
  common,
  dataFolder,
  errors,
  exchange,
  figures,
  firstStart,
  forms,
  frame,
  history,
  ops,
  overview,
  planFile,
  reports,
  settings,
  templates,
  timeline,
};

export type Words = typeof vi;
