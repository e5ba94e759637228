import { formatNumber } from '../../text';
import type { MilestoneKind } from '../../ipc/bindings';

const kinds: Record<MilestoneKind, string> = {
  congress: 'Đại hội',
  deadline: 'Thời hạn',
  anniversary: 'Ngày lễ, kỷ niệm',
  boundary: 'Ranh giới đợt',
  issue: 'Ban hành kế hoạch',
};

/** The timeline of the campaign. */
export const timeline = {
  chart: 'Dòng thời gian chiến dịch',
  tools: 'Công cụ dòng thời gian',
  zoom: 'Mức phóng',
  zooms: { year: 'Năm', quarter: 'Quý', month: 'Tháng', week: 'Tuần' },
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  today: 'Hôm nay',
  goToday: 'Về hôm nay',
  fit: 'Vừa khung',
  view: 'Cách xem',
  asChart: 'Biểu đồ',
  asList: 'Danh sách',
  legend: { done: 'Đã xong', doing: 'Đang làm', not_started: 'Chưa làm', late: 'Quá hạn', open: 'Chưa rõ ngày' },
  lanes: 'Hình thức tuyên truyền',
  lane: (place: string, name: string, done: number, all: number, late: number) =>
    `${place} ${name}: ${formatNumber(done)}/${formatNumber(all)} việc đã xong` +
    (late > 0 ? `, ${formatNumber(late)} việc quá hạn` : ''),
  stage: (name: string, dates: string) => `Giai đoạn ${name.toLocaleLowerCase('vi')}: ${dates}`,
  datesOpen: (dates: string) => `${dates} (chưa rõ ngày, có thể trong khoảng này)`,
  possible: (dates: string) => `có thể trong khoảng ${dates}`,
  own: 'việc của đơn vị',
  kinds,
  milestones: 'Các mốc',
  activities: 'Các việc',
  columns: {
    title: 'Việc',
    phase: 'Đợt',
    form: 'Hình thức',
    starts: 'Bắt đầu',
    due: 'Hạn',
    state: 'Tình trạng',
    milestone: 'Mốc',
    kind: 'Loại',
    date: 'Ngày',
    certainty: 'Mức chắc chắn',
  },
};
