"""What a secretariat prints and sends: print packages, registers, ZIPs, e-mail packages."""
