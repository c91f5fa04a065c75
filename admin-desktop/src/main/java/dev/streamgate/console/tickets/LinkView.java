package dev.streamgate.console.tickets;

import dev.streamgate.console.qr.QrCode;
import dev.streamgate.console.qr.QrPicture;
import dev.streamgate.console.tickets.TicketAddresses.TicketAddress;
import dev.streamgate.model.tickets.TokenResponse;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;

/// The panel "Ticket link".
public final class LinkView {
  private static final int SCREEN_SCALE = 6;
  private static final int PRINT_SCALE = 16;

  private final TokenResponse ticket;
  private final TicketAddress address;
  private final LinkPanel tools;
  private final Runnable close;
  private final QrCode code;

  @FXML private Label linkCode;
  @FXML private ImageView linkPicture;
  @FXML private TextField linkAddress;
  @FXML private Label linkMessage;
  @FXML private Button copyLink;

  public LinkView(TokenResponse ticket, TicketAddress address, LinkPanel tools, Runnable close) {
    this.ticket = ticket;
    this.address = address;
    this.tools = tools;
    this.close = close;
    this.code = QrCode.of(address.text());
  }

  @FXML
  private void initialize() {
    linkCode.setText(ticket.displayCode());
    linkPicture.setImage(QrPicture.of(code, SCREEN_SCALE));
    linkAddress.setText(address.text());
    linkMessage.setText(hint());
  }

  Node firstField() {
    return copyLink;
  }

  private String hint() {
    return address.forOthers() ? tools.texts().get("linkHint") : tools.texts().get("linkOnlyHere");
  }

  @FXML
  private void onCopy() {
    tools.clipboard().put(address.text());
    linkMessage.setText(tools.texts().get("linkCopied"));
  }

  @FXML
  private void onSave() {
    tools
        .saver()
        .save(
            "ticket-" + ticket.displayCode() + ".png",
            code.png(PRINT_SCALE),
            file -> linkMessage.setText(tools.texts().get("pictureSaved", file)),
            reason -> linkMessage.setText(tools.texts().get("notSaved", reason)));
  }

  @FXML
  private void onClose() {
    close.run();
  }
}
