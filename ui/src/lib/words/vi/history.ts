import type { StepKind } from '../../ipc/bindings';

const kinds: Record<StepKind, string> = { do: '', undo: 'Hoàn tác', redo: 'Làm lại' };

/** The log of changes. */
export const history = {
  title: 'Nhật ký thay đổi',
  note: 'Mọi thay đổi trong sổ đều được ghi lại và giữ nguyên sau khi đóng chương trình.',
  columns: { time: 'Giờ', what: 'Thay đổi', who: 'Người thực hiện', state: 'Tình trạng', action: 'Thao tác' },
  kinds,
  undone: 'Đã hoàn tác',
  takeBack: 'Hoàn tác',
  takeBackWhat: (what: string) => `Hoàn tác: ${what}`,
  more: 'Xem các thay đổi cũ hơn',
  empty: 'Chưa có thay đổi nào.',
  emptyText: 'Khi bạn đánh dấu việc, nhập số liệu hay soạn báo cáo, từng thay đổi sẽ hiện ở đây.',
};
