/** The QR of a letter: its own short number and nothing else. Who scans the answer that comes back finds the appeal by it. */
import newQrCode from "qrcode-generator";

export interface Qr {
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
  /** The same as a small GIF, for DOCX. */
  readonly gif: () => Uint8Array;
}

const CELL = 4;
const QUIET = 4;

export function qrOf(number: string): Qr {
  const code = newQrCode(0, "M");
  code.addData(number, "Alphanumeric");
  code.make();
  return {
    size: code.getModuleCount(),
    isDark: (row, column) => code.isDark(row, column),
    gif: () => {
      const [, base64 = ""] = code.createDataURL(CELL, QUIET * CELL).split(",");
      return Uint8Array.from(atob(base64), (symbol) => symbol.charCodeAt(0));
    },
  };
}
