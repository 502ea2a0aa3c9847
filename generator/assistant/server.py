"""The server: four read-only tools over stdio."""

from __future__ import annotations

from typing import Any

from generator.assistant.answers import Answers

INSTRUCTIONS = (
    "Tra cứu thủ tục hành chính của một địa phương Việt Nam. Khi trả lời người dân, luôn nêu địa chỉ trang, ngày "
    "tinh_den_ngay, và những phần còn chờ xác nhận. Không có thì nói là không có."
)


def make_server(answers: Answers) -> Any:
    """An MCPServer. Raises ImportError when the optional library `mcp` is missing."""
    from mcp.server.mcpserver import MCPServer

    server = MCPServer("tthc", instructions=INSTRUCTIONS)

    @server.tool(title="Tìm thủ tục")
    def tim_thu_tuc(cau_hoi: str, so_ket_qua: int = 5) -> dict[str, Any]:
        """Tìm thủ tục theo câu hỏi của người dân (có dấu hay không dấu), bằng bộ tìm kiếm của chính trang."""
        return answers.find(cau_hoi, so_ket_qua)

    @server.tool(title="Xem thủ tục")
    def xem_thu_tuc(ma: str) -> dict[str, Any]:
        """Cả bản ghi của một thủ tục theo mã, ví dụ 1.001193: giấy tờ, thời hạn, phí, nơi nộp, căn cứ."""
        return answers.read(ma)

    @server.tool(title="So sánh hai bản")
    def so_sanh_hai_ban(ma: str, ban: str = "hien-nay") -> dict[str, Any]:
        """Thủ tục khác nhau ra sao giữa bản gốc của trang và bản ở thư mục `ban` (ví dụ hien-nay)."""
        return answers.compare(ma, ban)

    @server.tool(title="Thủ tục của một đơn vị")
    def thu_tuc_cua_don_vi(don_vi: str) -> dict[str, Any]:
        """Những thủ tục mà một xã, phường, đặc khu hay đơn vị cấp trên tiếp nhận; don_vi là tên hoặc tên ngắn."""
        return answers.received_by(don_vi)

    return server
