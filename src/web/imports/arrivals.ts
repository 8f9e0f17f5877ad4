import { refresh } from '../query/api.ts';
import { sendBytes } from '../query/send-bytes.ts';
import { arrivalQueue } from './arrival-queue.ts';

/** The files of moving in that are on their way from this window: they go on whatever screen is shown. */
export const arrivals = arrivalQueue(
  (file, importId, told) => sendBytes(`/api/v1/imports/${importId}/files?${new URLSearchParams({ name: file.name })}`, file, told),
  () => void refresh(),
);
