import { refresh } from '../query/api.ts';
import { sendFile } from './send-file.ts';
import { uploadQueue } from './upload-queue.ts';

/** The one queue of this window: it goes on whatever screen is shown. */
export const uploads = uploadQueue(sendFile, () => void refresh());
