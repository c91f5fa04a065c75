package dev.streamgate.console.tickets;

/// What can be done with tickets, each behind its own panel or question.
public record TicketTools(
    TicketActions actions,
    TicketExport export,
    GeneratePanel generate,
    ImportPanel importing,
    TicketPanel ticket,
    LinkPanel link,
    TicketPrint print,
    CodeCopies copies) {}
