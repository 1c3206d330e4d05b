file-part = Kjo është pjesa { $part } nga { $of }; e tëra ishte tepër e madhe për një mesazh: { $file }
file-too-large = Është shumë, edhe e ngjeshur dhe e ndarë. Pyesni ata që e mbajnë botin: ata e marrin në makinën e tyre.
