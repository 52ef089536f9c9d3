import { css } from 'lit';

/** Lines of addresses and numbers: value, label, mark, bin. */
export const contacts = css`
  .contacts {
    align-items: start;
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .contact {
    align-items: center;
    display: grid;
    gap: 4px 8px;
    grid-template-columns: minmax(0, 1fr) 22px 112px auto auto;
    width: 100%;
  }

  .contact-primary {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: 5px;
    min-height: 24px;
  }

  .contact-tools {
    display: flex;
    gap: 2px;
    justify-content: end;
  }

  .contacts .link-button {
    margin-inline-start: -4px;
  }

  /* Two lines, lest an e-mail address is left with no more room than its label. */
  @container (max-width: 559px) {
    .contact {
      grid-template-columns: minmax(0, 1fr) auto auto 22px;
    }

    .contact-value {
      grid-column: 1 / 4;
    }

    .contact-tools {
      grid-column: 3 / 5;
    }

    .contact + .contact {
      margin-top: 4px;
    }
  }

  @container (max-width: 279px) {
    .contact-label {
      grid-column: 1 / -1;
    }

    .contact-tools {
      grid-column: 2 / 5;
    }
  }
`;
