/** Letters on paper: pages of casework as PDF and DOCX, made on the device. */
export { docxOf } from "./docx.ts";
export { pdfOf, type Fonts } from "./pdf.ts";
