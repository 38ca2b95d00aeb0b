export { areAlike } from "./alike.ts";
export { withoutKey, type Attachment } from "./attachment.ts";
export { isAttachmentCommand, type AttachmentCommand, type AttachmentTold } from "./command.ts";
export { plainName } from "./decide.ts";
export { isAttachmentEvent, type AttachmentEvent } from "./event.ts";
